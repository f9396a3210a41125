-- The newest of a part of the city with a level of proof, without walking through all who live there.
create index citizen_by_district_level on citizen (district, level, registered_at, id);
