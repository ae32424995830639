# One image for every part: the gateway (default), each system, and the command line.
#   docker build -t person360 .
#   docker run person360                                    the gateway
#   docker run person360 dist/subgraphs/main.js snap        one system
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY client/package.json client/
COPY console/package.json console/
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/package.json package.json
USER node
EXPOSE 4000
ENTRYPOINT ["node"]
# Each collection of V8's young generation copies what is under way; four times Node's own size makes them rarer: a tenth
# less CPU time a request at full load, for a hundred megabytes.
CMD ["--max-semi-space-size=64", "dist/gateway/main.js"]
