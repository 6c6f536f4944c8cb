local parts = {}
for i = 1, 1000000 do parts[#parts + 1] = "abc" end
print(#table.concat(parts))
