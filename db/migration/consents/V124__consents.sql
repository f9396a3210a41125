-- What the city asks people to agree to, by kind and version; texts are never edited.
create table consent_text (
    kind         varchar(20) not null,
    version      integer not null,
    words        varchar(4000) not null,
    words_en     varchar(4000) not null,
    published_by varchar(64) not null,
    published_at timestamp with time zone not null,
    primary key (kind, version)
);

-- Who agreed to which version, and until when.
create table consent (
    id           uuid primary key,
    person       varchar(64) not null,
    kind         varchar(20) not null,
    version      integer not null,
    given_at     timestamp with time zone not null,
    withdrawn_at timestamp with time zone,
    foreign key (kind, version) references consent_text (kind, version)
);
create index consent_by_person on consent (person);
