-- What a till was told, so that it is told the same when it asks again with the same key.
create table till_answer (
    client varchar(100) not null,
    request_key varchar(64) not null,
    question varchar(64) not null, -- keyed, as a card's number stands in it
    status integer not null,
    body varchar(2000) not null,
    at timestamp with time zone not null,
    primary key (client, request_key)
);
create index till_answer_at on till_answer (at);
