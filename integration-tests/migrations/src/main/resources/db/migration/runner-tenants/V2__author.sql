create table run_author (id int primary key);
alter table run_book add column author_id int;
