"""Where cards stand when no engine is asked: a tidy tree, with small branches hanging as outlines."""
