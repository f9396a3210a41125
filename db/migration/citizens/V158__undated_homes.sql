-- Whether whoever told of a home named the day it began; a list of residents may not. Where it did
-- not, moved_in is the day of the list, and what the person told of their home counts more.
alter table citizen_residence add column dated boolean default true not null;
