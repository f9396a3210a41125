-- The language that somebody chose last; who never chose one is written to in Korean.
create table notice_language (
    account  varchar(64) primary key,
    language varchar(2) not null
);
