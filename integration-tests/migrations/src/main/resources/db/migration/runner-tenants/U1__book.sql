drop table run_book;
