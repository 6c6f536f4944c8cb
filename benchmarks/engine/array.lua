local list = {}
for i = 0, 4999999 do list[#list + 1] = i end
local sum = 0
for round = 1, 5 do
    for i = 1, #list do sum = sum + list[i] end
end
print(sum)
