import type { GraphQLResolveInfo } from 'graphql';
import { publicExtensions } from '../../kit/errors/publicError.ts';
import type { EmouContext } from '../records.ts';
import type { Refused } from './refusalOf.ts';

type Mutation = (
  parent: unknown,
  args: unknown,
  context: EmouContext,
  info: GraphQLResolveInfo,
) => Promise<{ readonly refusal: Refused | null } | { readonly refusal?: undefined }>;

/**
 * Wraps mutations to report a refusal as an error too. A client that does not select `refusal` would otherwise take a
 * mutation that changed nothing for a success.
 */
export function reportRefusals<Mutations extends object>(mutations: Mutations): Mutations {
  const reporting = Object.entries(mutations).map(([name, resolve]: [string, Mutation]) => {
    const report: Mutation = async (parent, args, context, info) => {
      const payload = await resolve(parent, args, context, info);
      if (payload.refusal != null) {
        const { kind, because, remedy } = payload.refusal;
        const message = remedy === null ? because : `${because} ${remedy}`;
        context.reported.push({ message, path: [info.path.key], extensions: publicExtensions(kind) });
      }
      return payload;
    };
    return [name, report];
  });
  // The names and the signatures are unchanged.
  return Object.fromEntries(reporting) as Mutations;
}
