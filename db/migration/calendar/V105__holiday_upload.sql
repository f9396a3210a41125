-- A list of holidays from its upload until it is taken over or thrown away; its bytes are in upload_piece.
create table holiday_upload (
    id         uuid primary key,
    actor      varchar(64) not null,
    file_name  varchar(255) not null,
    sha256     varchar(64) not null,
    created_at timestamp with time zone not null
);
