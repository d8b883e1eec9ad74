-- The last message that a person wrote where the platform does not bring again what came while nobody listened.
alter table subject add column heard blob;
