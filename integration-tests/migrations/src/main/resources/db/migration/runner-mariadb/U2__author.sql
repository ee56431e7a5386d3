alter table run_book drop column author_id;
drop table run_author;
