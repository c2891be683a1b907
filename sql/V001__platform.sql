-- Long work that a person may leave: one row a job, taken by one node at a time.
CREATE TABLE job (
  id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind          VARCHAR(60)   NOT NULL,
  argument      VARCHAR(200)  NOT NULL,
  state         VARCHAR(20)   NOT NULL,
  done          BIGINT        NOT NULL DEFAULT 0,
  total         BIGINT        NOT NULL DEFAULT 0,
  message       VARCHAR(1000),
  created_at    DATETIME(6)   NOT NULL,
  heartbeat_at  DATETIME(6),
  finished_at   DATETIME(6)
);
CREATE INDEX job_open ON job (state, id);

-- One value a name: what the installation itself remembers (loaded content, first start).
CREATE TABLE setting (
  name   VARCHAR(100)  NOT NULL PRIMARY KEY,
  text   VARCHAR(1000) NOT NULL
);
