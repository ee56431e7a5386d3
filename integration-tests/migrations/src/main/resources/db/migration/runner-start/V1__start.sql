create table run_start (id bigint primary key, name varchar(255));
