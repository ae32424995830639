export interface City {
  readonly name: string;
  readonly zips: readonly string[];
  readonly weight: number;
}

const city = (name: string, weight: number, zips: string): City => ({ name, weight, zips: zips.split(' ') });

/**
 * Cities of the larger counties, in addition to or instead of the county seat; a county that is not listed has only its
 * seat.
 */
export const citiesByCounty: ReadonlyMap<string, readonly City[]> = new Map([
  [
    'Cook',
    [
      city(
        'Chicago',
        520,
        `60608 60609 60612 60613 60614 60615 60616 60617 60618 60619 60620 60621 60622 60623 60624 60625 60626 60628 60629
 60630 60632 60634 60636 60637 60638 60639 60640 60641 60643 60644 60645 60647 60649 60651 60652 60653 60657 60659 60660`.replace(
          /\s+/g,
          ' ',
        ),
      ),
      city('Cicero', 17, '60804'),
      city('Evanston', 15, '60201 60202'),
      city('Schaumburg', 15, '60193 60194'),
      city('Arlington Heights', 15, '60004 60005'),
      city('Palatine', 13, '60067 60074'),
      city('Skokie', 13, '60076 60077'),
      city('Des Plaines', 12, '60016 60018'),
      city('Orland Park', 11, '60462 60467'),
      city('Oak Lawn', 11, '60453'),
      city('Berwyn', 11, '60402'),
      city('Mount Prospect', 11, '60056'),
      city('Oak Park', 10, '60302 60304'),
      city('Tinley Park', 10, '60477'),
      city('Harvey', 8, '60426'),
      city('Calumet City', 8, '60409'),
      city('Maywood', 7, '60153'),
      city('Chicago Heights', 7, '60411'),
    ],
  ],
  [
    'DuPage',
    [
      city('Naperville', 15, '60540 60563'),
      city('Wheaton', 5, '60187 60189'),
      city('Downers Grove', 5, '60515 60516'),
      city('Elmhurst', 5, '60126'),
      city('Lombard', 4, '60148'),
      city('Addison', 4, '60101'),
      city('Glendale Heights', 3, '60139'),
      city('West Chicago', 3, '60185'),
    ],
  ],
  [
    'Lake',
    [
      city('Waukegan', 9, '60085 60087'),
      city('North Chicago', 3, '60064'),
      city('Gurnee', 3, '60031'),
      city('Mundelein', 3, '60060'),
      city('Zion', 3, '60099'),
      city('Round Lake Beach', 3, '60073'),
      city('Highland Park', 3, '60035'),
    ],
  ],
  [
    'Will',
    [
      city('Joliet', 15, '60432 60433 60435 60436'),
      city('Bolingbrook', 7, '60440 60490'),
      city('Romeoville', 4, '60446'),
      city('Plainfield', 4, '60544 60586'),
      city('Lockport', 3, '60441'),
      city('University Park', 1, '60484'),
    ],
  ],
  [
    'Kane',
    [
      city('Aurora', 18, '60505 60506'),
      city('Elgin', 11, '60120 60123'),
      city('Carpentersville', 4, '60110'),
      city('St. Charles', 3, '60174'),
      city('Geneva', 2, '60134'),
    ],
  ],
  [
    'McHenry',
    [
      city('Crystal Lake', 4, '60012 60014'),
      city('McHenry', 3, '60050'),
      city('Woodstock', 3, '60098'),
      city('Harvard', 1, '60033'),
    ],
  ],
  [
    'Winnebago',
    [
      city('Rockford', 15, '61101 61102 61103 61104 61108 61109'),
      city('Loves Park', 2, '61111'),
      city('Machesney Park', 2, '61115'),
    ],
  ],
  [
    'Madison',
    [
      city('Granite City', 3, '62040'),
      city('Alton', 3, '62002'),
      city('Edwardsville', 3, '62025'),
      city('Collinsville', 2, '62234'),
      city('Wood River', 1, '62095'),
    ],
  ],
  [
    'St. Clair',
    [
      city('Belleville', 4, '62220 62221 62226'),
      city('East St. Louis', 3, '62201 62203 62205 62207'),
      city("O'Fallon", 3, '62269'),
      city('Cahokia Heights', 2, '62206'),
    ],
  ],
  [
    'Champaign',
    [city('Champaign', 9, '61820 61821 61822'), city('Urbana', 4, '61801 61802'), city('Rantoul', 1, '61866')],
  ],
  ['Sangamon', [city('Springfield', 12, '62702 62703 62704 62707'), city('Chatham', 1, '62629')]],
  ['Peoria', [city('Peoria', 11, '61603 61604 61605 61614 61615'), city('Chillicothe', 1, '61523')]],
  ['McLean', [city('Bloomington', 8, '61701 61704'), city('Normal', 5, '61761')]],
  ['Rock Island', [city('Rock Island', 4, '61201'), city('Moline', 4, '61265'), city('East Moline', 2, '61244')]],
  ['Kendall', [city('Oswego', 4, '60543'), city('Yorkville', 3, '60560')]],
  ['Tazewell', [city('Pekin', 3, '61554'), city('East Peoria', 2, '61611'), city('Morton', 2, '61550')]],
  ['LaSalle', [city('Ottawa', 2, '61350'), city('Streator', 2, '61364'), city('Peru', 1, '61354')]],
  ['Kankakee', [city('Kankakee', 3, '60901'), city('Bourbonnais', 2, '60914'), city('Bradley', 2, '60915')]],
  ['Macon', [city('Decatur', 8, '62521 62522 62526'), city('Mount Zion', 1, '62549')]],
  ['DeKalb', [city('DeKalb', 4, '60115'), city('Sycamore', 2, '60178')]],
  ['Vermilion', [city('Danville', 4, '61832 61834'), city('Hoopeston', 1, '60942')]],
  ['Williamson', [city('Marion', 2, '62959'), city('Carterville', 1, '62918'), city('Herrin', 1, '62948')]],
  ['Jackson', [city('Carbondale', 3, '62901'), city('Murphysboro', 1, '62966')]],
  ['Whiteside', [city('Sterling', 2, '61081'), city('Rock Falls', 1, '61071'), city('Morrison', 1, '61270')]],
  ['Coles', [city('Charleston', 2, '61920'), city('Mattoon', 2, '61938')]],
  ['Marion', [city('Centralia', 2, '62801'), city('Salem', 1, '62881')]],
]);
