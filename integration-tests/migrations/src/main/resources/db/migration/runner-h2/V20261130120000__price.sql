alter table run_book add column price int;
