create table run_shared (id int primary key);
