create table scroll (
    id bigint not null primary key,
    text varchar(255) not null
);
create table scroll_SEQ (
    next_val bigint
);
insert into scroll_SEQ values (1);
