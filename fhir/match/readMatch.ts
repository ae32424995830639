import { z } from 'zod';
import { FhirError } from '../outcome/fhirError.ts';
import { MatchPatient } from './traitsOfPatient.ts';

/** Input of Patient/$match: http://hl7.org/fhir/R4/patient-operation-match.html */
export interface MatchRequest {
  readonly patient: MatchPatient;
  readonly onlyCertainMatches: boolean;
  /** Most Patients in the response. */
  readonly count: number;
}

/** As many as the graph gives. */
const MOST = 20;
const DEFAULT = 10;

const Parameters = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z.array(
    z.object({
      name: z.string(),
      resource: z.unknown().optional(),
      valueBoolean: z.boolean().optional(),
      valueInteger: z.number().int().optional(),
    }),
  ),
});

/** Reads a Parameters resource, or a Patient alone. Throws a FhirError with status 400 that names what is wrong. */
export function readMatch(body: unknown): MatchRequest {
  if (isResource(body, 'Patient')) return { patient: patientIn(body), onlyCertainMatches: false, count: DEFAULT };
  const parameters = parsed(Parameters, body, 'The body must be a Parameters resource with a Patient.');
  const one = (name: string) => {
    const found = parameters.parameter.filter((each) => each.name === name);
    if (found.length > 1) throw new FhirError(400, 'invalid', `Send the parameter ${name} at most once.`);
    return found[0];
  };
  const resource = one('resource')?.resource;
  if (resource === undefined) throw new FhirError(400, 'required', 'The parameter resource with a Patient is missing.');
  const count = one('count')?.valueInteger ?? DEFAULT;
  if (count < 1) throw new FhirError(400, 'value', 'The parameter count must be at least 1.');
  return {
    patient: patientIn(resource),
    onlyCertainMatches: one('onlyCertainMatches')?.valueBoolean ?? false,
    count: Math.min(count, MOST),
  };
}

function patientIn(resource: unknown): MatchPatient {
  return parsed(MatchPatient, resource, 'The Patient cannot be read.');
}

function isResource(body: unknown, type: string): boolean {
  return typeof body === 'object' && body !== null && 'resourceType' in body && body.resourceType === type;
}

/** Messages name the element, and never its value. */
function parsed<Output>(shape: z.ZodType<Output>, value: unknown, message: string): Output {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` ${issue.path.join('.')}: ${issue.message}.`;
  throw new FhirError(400, 'structure', message + where);
}
