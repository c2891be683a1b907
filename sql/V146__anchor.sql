-- Heads of the log sent outside: one row a day and place, tried until it has arrived.
CREATE TABLE anchor (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  head_day  DATE         NOT NULL,
  channel   VARCHAR(20)  NOT NULL,
  target    VARCHAR(255) NOT NULL,
  tree_size BIGINT       NOT NULL,
  attempts  INT          NOT NULL,
  tried_at  DATETIME(6)  NOT NULL,
  sent_at   DATETIME(6),
  failure   VARCHAR(300),
  token     BLOB,
  version   INT          NOT NULL DEFAULT 0,
  CONSTRAINT anchor_once UNIQUE (head_day, channel, target)
);
