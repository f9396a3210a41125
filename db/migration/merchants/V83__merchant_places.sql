-- The map reads this index alone: where businesses are, and all that they are narrowed by but words.
create index merchant_place on merchant (latitude, longitude, status, category, district, id);
