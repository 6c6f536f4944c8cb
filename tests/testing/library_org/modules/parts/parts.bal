# Joins texts.
#
# + texts - the texts
# + return - one text
public function joined(string[] texts) returns string => "-".'join(...texts);
