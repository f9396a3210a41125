-- How far telling people of new words is; the row goes once everybody was told.
create table consent_news (
    kind    varchar(20) primary key,
    version integer not null,
    told_to varchar(64) not null,
    from_at timestamp with time zone not null,
    foreign key (kind, version) references consent_text (kind, version)
);
