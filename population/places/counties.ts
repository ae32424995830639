export interface County {
  readonly name: string;
  /** FIPS code, five digits: 17001 to 17203. */
  readonly fips: string;
  /** Inhabitants in thousands, rounded: the weight of the county. */
  readonly thousands: number;
  /** County seat and one of its ZIP codes. */
  readonly seat: string;
  readonly zip: string;
}

/** name | thousands of inhabitants | county seat | ZIP of the seat; in the order of FIPS codes, which are the odd numbers. */
const TABLE = `
Adams|65|Quincy|62301
Alexander|5|Cairo|62914
Bond|17|Greenville|62246
Boone|53|Belvidere|61008
Brown|6|Mount Sterling|62353
Bureau|33|Princeton|61356
Calhoun|4|Hardin|62047
Carroll|16|Mount Carroll|61053
Cass|13|Virginia|62691
Champaign|206|Urbana|61801
Christian|34|Taylorville|62568
Clark|15|Marshall|62441
Clay|13|Louisville|62858
Clinton|37|Carlyle|62231
Coles|47|Charleston|61920
Cook|5276|Chicago|60602
Crawford|19|Robinson|62454
Cumberland|10|Toledo|62468
DeKalb|100|Sycamore|60178
De Witt|16|Clinton|61727
Douglas|20|Tuscola|61953
DuPage|933|Wheaton|60187
Edgar|17|Paris|61944
Edwards|6|Albion|62806
Effingham|35|Effingham|62401
Fayette|21|Vandalia|62471
Ford|14|Paxton|60957
Franklin|38|Benton|62812
Fulton|34|Lewistown|61542
Gallatin|5|Shawneetown|62984
Greene|12|Carrollton|62016
Grundy|53|Morris|60450
Hamilton|8|McLeansboro|62859
Hancock|18|Carthage|62321
Hardin|4|Elizabethtown|62931
Henderson|6|Oquawka|61469
Henry|49|Cambridge|61238
Iroquois|27|Watseka|60970
Jackson|53|Murphysboro|62966
Jasper|9|Newton|62448
Jefferson|37|Mount Vernon|62864
Jersey|22|Jerseyville|62052
Jo Daviess|22|Galena|61036
Johnson|13|Vienna|62995
Kane|517|Geneva|60134
Kankakee|107|Kankakee|60901
Kendall|132|Yorkville|60560
Knox|50|Galesburg|61401
Lake|714|Waukegan|60085
LaSalle|110|Ottawa|61350
Lawrence|15|Lawrenceville|62439
Lee|34|Dixon|61021
Livingston|36|Pontiac|61764
Logan|28|Lincoln|62656
McDonough|27|Macomb|61455
McHenry|310|Woodstock|60098
McLean|171|Bloomington|61701
Macon|104|Decatur|62521
Macoupin|45|Carlinville|62626
Madison|266|Edwardsville|62025
Marion|38|Salem|62881
Marshall|12|Lacon|61540
Mason|13|Havana|62644
Massac|14|Metropolis|62960
Menard|12|Petersburg|62675
Mercer|16|Aledo|61231
Monroe|35|Waterloo|62298
Montgomery|28|Hillsboro|62049
Morgan|33|Jacksonville|62650
Moultrie|15|Sullivan|61951
Ogle|52|Oregon|61061
Peoria|182|Peoria|61602
Perry|21|Pinckneyville|62274
Piatt|17|Monticello|61856
Pike|15|Pittsfield|62363
Pope|4|Golconda|62938
Pulaski|5|Mound City|62963
Putnam|6|Hennepin|61327
Randolph|30|Chester|62233
Richland|16|Olney|62450
Rock Island|145|Rock Island|61201
St. Clair|257|Belleville|62220
Saline|24|Harrisburg|62946
Sangamon|196|Springfield|62701
Schuyler|7|Rushville|62681
Scott|5|Winchester|62694
Shelby|21|Shelbyville|62565
Stark|5|Toulon|61483
Stephenson|45|Freeport|61032
Tazewell|131|Pekin|61554
Union|17|Jonesboro|62952
Vermilion|74|Danville|61832
Wabash|11|Mount Carmel|62863
Warren|17|Monmouth|61462
Washington|14|Nashville|62263
Wayne|16|Fairfield|62837
White|14|Carmi|62821
Whiteside|56|Morrison|61270
Will|697|Joliet|60432
Williamson|67|Marion|62959
Winnebago|285|Rockford|61101
Woodford|38|Eureka|61530
`;

/** The 102 counties of Illinois. */
export const counties: readonly County[] = TABLE.trim()
  .split('\n')
  .map((line, position) => {
    const [name = '', thousands = '', seat = '', zip = ''] = line.split('|');
    return { name, fips: String(17_001 + 2 * position), thousands: Number(thousands), seat, zip };
  });
