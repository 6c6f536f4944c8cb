local values = {}
for i = 0, 999999 do values["key" .. i] = i end
local sum = 0
for i = 0, 999999 do sum = sum + values["key" .. i] end
print(sum)
