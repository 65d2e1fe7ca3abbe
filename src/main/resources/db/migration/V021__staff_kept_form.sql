-- What was typed is kept for an hour: people are called away while they sign in again.

comment on table staff_kept_form is 'What was typed into a form whose session had ended; for its owner, an hour at most';
