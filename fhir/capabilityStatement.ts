import type { CapabilityStatement } from 'fhir/r4.js';

/** What this server can do (GET /metadata). */
export function capabilityStatement(baseUrl: string): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-28',
    kind: 'instance',
    implementation: { description: 'person360: the person index of Illinois', url: baseUrl },
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [
      {
        mode: 'server',
        security: { description: 'A bearer token of the state identity provider, and the header purpose-of-use.' },
        resource: [
          {
            type: 'Patient',
            interaction: [{ code: 'read' }],
            operation: [
              { name: 'match', definition: 'http://hl7.org/fhir/OperationDefinition/Patient-match' },
              {
                name: 'ihe-pix',
                definition: 'https://profiles.ihe.net/ITI/PIXm/OperationDefinition/IHE.PIXm.pix',
              },
            ],
          },
        ],
      },
    ],
  };
}
