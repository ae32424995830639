export type DisconnectionStatus =
  | 'CONNECTED'
  | 'NOTICE'
  | 'OFF';

export type DwellingType =
  | 'MOBILE'
  | 'MULTIFAMILY_LARGE'
  | 'MULTIFAMILY_SMALL'
  | 'SITE_BUILT';

export type EnergyCategoricalBasis =
  | 'AABD'
  | 'HUD'
  | 'LIHEAP'
  | 'SSI'
  | 'TANF'
  | 'USDA_RD';

/** Groups with priority for assistance (47 Ill. Adm. Code 100.410). */
export type EnergyPriorityGroup =
  /** Child age 5 or younger */
  | 'CHILD_UNDER_6'
  | 'DISABLED'
  | 'ELDERLY'
  | 'HIGH_BURDEN';

export type FuelType =
  | 'ELECTRIC'
  | 'NAT_GAS'
  | 'OIL'
  | 'PROPANE'
  | 'WOOD';

export type HealthSafetyFinding =
  | 'CARBON_MONOXIDE'
  | 'GAS_LEAK'
  | 'KNOB_AND_TUBE'
  | 'LEAD'
  | 'MOLD'
  | 'STRUCTURAL';

export type LiheapBenefitType =
  | 'CASH'
  | 'COOLING'
  | 'CRISIS_RECONNECTION'
  /** Direct vendor payment */
  | 'DVP'
  | 'FURNACE'
  /** Percentage of Income Payment Plan */
  | 'PIPP';

export type Tenure =
  | 'OWN'
  | 'RENT';

export type WeatherizationEventKind =
  /** Application for a program year */
  | 'APPLICATION'
  /** Energy audit of the dwelling */
  | 'AUDIT'
  /** Installation of one measure */
  | 'MEASURE'
  /** Visit of the local agency to the dwelling */
  | 'VISIT';

export type WeatherizationFunding =
  | 'DOE'
  | 'HHS'
  | 'STATE'
  | 'UTILITY';

export type WeatherizationMeasure =
  | 'AIR_SEAL'
  | 'ATTIC_INSULATION'
  | 'CO_DETECTOR'
  | 'DUCT_SEAL'
  | 'FURNACE_REPAIR'
  | 'FURNACE_REPLACE'
  | 'SMOKE_DETECTOR'
  | 'VENTILATION'
  | 'WALL_INSULATION'
  | 'WATER_HEATER';

export type WeatherizationStatus =
  | 'APPLIED'
  | 'AUDITED'
  | 'COMPLETE'
  | 'DEFERRED'
  | 'FINAL_INSPECTION'
  | 'IN_PROGRESS'
  | 'WAITLIST';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
