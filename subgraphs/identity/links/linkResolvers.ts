import type { LinkPersonsInput, MutationResolvers } from '../../../schema/generated/identity.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { requireSteward } from '../changes/requireSteward.ts';
import type { PersonKeyFields } from '../personKeys.ts';
import type { LinkRegister } from './linkRegister.ts';
import { checkLinks, MOST_LINKS } from './personLink.ts';

const MOST_PROBLEMS = 100;

/** @param links undefined: this person index has no log, so nothing can be linked */
export function linkResolvers(
  { fieldOfSystem }: PersonKeyFields,
  links: LinkRegister | undefined,
): Pick<Required<MutationResolvers>, 'linkPersons'> {
  return {
    linkPersons: async (_, { input }, { grant, system }) => {
      const by = requireSteward(grant);
      if (links === undefined)
        throw new PublicError('AUDIT_UNAVAILABLE', 'This person index has no log to record links.');
      if (!fieldOfSystem.has(input.system)) {
        const systems = [...fieldOfSystem.keys()].join(', ');
        throw new PublicError('BAD_USER_INPUT', `system must be one that has a key of persons: ${systems}.`);
      }
      if (input.links.length < 1 || input.links.length > MOST_LINKS) {
        throw new PublicError('BAD_USER_INPUT', `Send 1 to ${MOST_LINKS} links in one call.`);
      }
      const file = checkFile(input.file);
      const checked = checkLinks(input.links);
      const outcome =
        checked.problems.length > 0
          ? ({ kind: 'refused', problems: checked.problems } as const)
          : await links.link(system, { system: input.system, links: checked.links, file, by });
      if (outcome.kind === 'refused') return { batch: null, problems: outcome.problems.slice(0, MOST_PROBLEMS) };
      const { batchId: id, linked } = outcome;
      return { batch: id === undefined ? null : { id, system: input.system, links: linked }, problems: [] };
    },
  };
}

function checkFile(file: LinkPersonsInput['file']) {
  if (file == null) return undefined;
  if (!/^[0-9a-f]{64}$/.test(file.sha256)) {
    throw new PublicError(
      'BAD_USER_INPUT',
      'file.sha256 must be a SHA-256 in hexadecimal: 64 digits and letters from a to f.',
    );
  }
  if (!/^[\w-]{43}$/.test(file.signedBy)) {
    throw new PublicError(
      'BAD_USER_INPUT',
      'file.signedBy must be the thumbprint of a key: 43 characters of base64url.',
    );
  }
  return file;
}
