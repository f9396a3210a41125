-- A file of outlines from its upload until it is put into force or thrown away; its bytes are in upload_piece.
create table district_upload (
    id           uuid primary key,
    actor        varchar(64) not null,
    file_name    varchar(255) not null,
    bytes        bigint not null,
    sha256       varchar(64) not null,
    created_at   timestamp with time zone not null,
    -- Which property of the file says what; empty until chosen, and where there is none.
    name_from    varchar(200) not null,
    name_en_from varchar(200) not null,
    ministry_from varchar(200) not null,
    kostat_from  varchar(200) not null
);
