/**
 * Numbers of the demonstration household: from the lowest thousand of each range, reserved for it. They are in
 * no particular order, so that one system's number reveals nothing about another's.
 */
export const demonstrationNumbers = {
  snapCase: '08-0000437',
  daughterSnap: '1000000742',
  childSnap: '1000000318',
  tanfCase: '04-0000291',
  daughterTanf: 'A0000561',
  childTanf: 'A0000127',
  grandmotherRin: '100000693',
  daughterRin: '100000254',
  wardRin: '100000817',
  childRin: '100000046',
  partnerIdoc: 'A00385',
  wardSis: '500000529',
  childSis: '500000902',
  energyApplication: 'IL-0000758',
  grandmotherEnergy: 'EC00000471',
  daughterEnergy: 'EC00000836',
  wardEnergy: 'EC00000159',
  childEnergy: 'EC00000604',
  childWelfareCase: '0000614-A',
  wardCyp: '00000273-C',
} as const;
