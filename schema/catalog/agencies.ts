/** The 13 signatories of the enterprise Memorandum of Understanding, announced on 26 May 2016. */
export const signatories = [
  { code: 'IDOA', name: 'Department on Aging' },
  { code: 'DCFS', name: 'Department of Children and Family Services' },
  { code: 'DCEO', name: 'Department of Commerce and Economic Opportunity' },
  { code: 'IDOC', name: 'Department of Corrections' },
  { code: 'IDES', name: 'Department of Employment Security' },
  { code: 'HFS', name: 'Department of Healthcare and Family Services' },
  { code: 'IDHS', name: 'Department of Human Services' },
  { code: 'DOIT', name: 'Department of Innovation and Technology' },
  { code: 'IDJJ', name: 'Department of Juvenile Justice' },
  { code: 'IDPH', name: 'Department of Public Health' },
  { code: 'IDVA', name: "Department of Veterans' Affairs" },
  { code: 'CMS_IL', name: 'Department of Central Management Services' },
  { code: 'ISBE', name: 'State Board of Education' },
] as const;

export type AgencyCode = (typeof signatories)[number]['code'];
