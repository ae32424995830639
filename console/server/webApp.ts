import { existsSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import express, { type Request, type RequestHandler, type Response } from 'express';

/** In order of preference: the smaller first. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

type Encoding = (typeof ENCODINGS)[number];

/** Vite puts a hash of the contents into the names of these files. */
const ASSETS = '/assets/';

/** Files of the web app, and its page for every address of a board. */
export function webApp(directory: string): readonly RequestHandler[] {
  const compressed = compressedFiles(directory);

  /** Sends a file that was compressed when it was built, if the browser takes one. */
  function sendCompressed(path: string, request: Request, response: Response): boolean {
    const encodings = compressed.get(path);
    if (encodings === undefined) return false;
    response.vary('Accept-Encoding');
    const encoding = encodings.find(({ name }) => request.acceptsEncodings(name) !== false);
    if (encoding === undefined) return false;
    response.setHeader('content-encoding', encoding.name);
    response.type(extname(path));
    cache(response, path);
    response.sendFile(path.slice(1) + encoding.suffix, { root: directory, cacheControl: false });
    return true;
  }

  const precompressed: RequestHandler = (request, response, next) => {
    if (!isReading(request) || !sendCompressed(request.path, request, response)) next();
  };
  const files = express.static(directory, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => cache(response, path.slice(directory.length).replaceAll(sep, '/')),
  });
  const page: RequestHandler = (request, response, next) => {
    if (!isReading(request) || request.accepts(['html', 'json']) !== 'html' || isFile(request.path)) return next();
    if (!sendCompressed('/index.html', request, response)) {
      response.sendFile('index.html', { root: directory, cacheControl: false });
    }
  };
  return [precompressed, files, page];
}

function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** An address of a file, which is there or not. No address of a board has a dot in its last part. */
function isFile(path: string): boolean {
  return path.startsWith(ASSETS) || path.slice(path.lastIndexOf('/')).includes('.');
}

function cache(response: Pick<Response, 'setHeader'>, path: string): void {
  if (path.startsWith(ASSETS)) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
}

/** Files, by the path of their address, that have compressed copies next to them. Read once: a build replaces all. */
function compressedFiles(directory: string): ReadonlyMap<string, readonly Encoding[]> {
  if (!existsSync(directory)) return new Map();
  const names = new Set(readdirSync(directory, { recursive: true, encoding: 'utf8' }));
  const files = new Map<string, readonly Encoding[]>();
  for (const name of names) {
    const encodings = ENCODINGS.filter(({ suffix }) => names.has(name + suffix));
    if (encodings.length > 0) files.set(join('/', name).replaceAll(sep, '/'), encodings);
  }
  return files;
}
