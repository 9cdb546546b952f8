-- Messages whose fate is told to the room that sent them.
ALTER TABLE sending_messages ADD COLUMN known TEXT;
