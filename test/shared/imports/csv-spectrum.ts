/**
 * The 12 cases of csv-spectrum 2.0.0 (https://github.com/max-mapper/csv-spectrum, BSD-2-Clause) by name, with what its
 * own JSON says they hold; location_coordinates as the repository has it since, where CSV and JSON agree. U+FFFD is in
 * the case itself.
 */
const place = '37\ufffd36\'37.8"N 121\ufffd2\'17.9"W'
const simple = [{ a: '1', b: '2', c: '3' }]
const empties = [
  { a: '1', b: '', c: '' },
  { a: '2', b: '3', c: '4' },
]
const around = (a: string) => [...simple, { a, b: '5', c: '6' }, { a: '7', b: '8', c: '9' }]

export const spectrum = [
  {
    name: 'comma_in_quotes',
    csv: 'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123',
    expected: [{ first: 'John', last: 'Doe', address: '120 any st.', city: 'Anytown, WW', zip: '08123' }],
  },
  { name: 'empty', csv: 'a,b,c\n1,"",""\n2,3,4', expected: empties },
  { name: 'empty_crlf', csv: 'a,b,c\r\n1,"",""\r\n2,3,4', expected: empties },
  {
    name: 'escaped_quotes',
    csv: 'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    expected: [
      { a: '1', b: 'ha "ha" ha' },
      { a: '3', b: '4' },
    ],
  },
  {
    name: 'json',
    csv: 'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
    expected: [{ key: '1', val: '{"type": "Point", "coordinates": [102.0, 0.5]}' }],
  },
  {
    name: 'location_coordinates',
    csv: `Contact Phone Number,Location Coordinates,Cities,Counties\n02095257564,${place},Modesto,Stanislaus`,
    expected: [
      {
        'Contact Phone Number': '02095257564',
        'Location Coordinates': place,
        Cities: 'Modesto',
        Counties: 'Stanislaus',
      },
    ],
  },
  {
    name: 'newlines',
    csv: 'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    expected: around('Once upon \na time'),
  },
  {
    name: 'newlines_crlf',
    csv: 'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n',
    expected: around('Once upon \r\na time'),
  },
  {
    name: 'quotes_and_newlines',
    csv: 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    expected: [
      { a: '1', b: 'ha \n"ha" \nha' },
      { a: '3', b: '4' },
    ],
  },
  { name: 'simple', csv: 'a,b,c\n1,2,3\n', expected: simple },
  { name: 'simple_crlf', csv: 'a,b,c\r\n1,2,3\r\n', expected: simple },
  { name: 'utf8', csv: 'a,b,c\n1,2,3\n4,5,ʤ', expected: [...simple, { a: '4', b: '5', c: 'ʤ' }] },
]
