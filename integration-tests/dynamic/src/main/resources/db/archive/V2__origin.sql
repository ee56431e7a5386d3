alter table scroll add column origin varchar(255);
