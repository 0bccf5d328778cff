-- Asked in every transaction that brings up tasks: does anybody want to be told at once?
create index notification_choice_choice on notification_choice (choice);
