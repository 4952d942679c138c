export { AccessHttpModule } from './access.http.module';
export { AccessModule } from './access.module';
export { ApiKeys } from './api-keys';
export { Colleagues } from './colleagues';
export { PeopleNames, personOf } from './people-names';
export { type AddedMember, type NewMember, People } from './people';
export { PlaceNames } from './place-names';
export { PlaceResolver } from './place-resolver';
export { accessTables } from './tables';
