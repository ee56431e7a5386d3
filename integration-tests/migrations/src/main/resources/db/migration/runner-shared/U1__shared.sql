drop table run_shared;
