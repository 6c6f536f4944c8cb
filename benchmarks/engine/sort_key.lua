local list, x = {}, 42
for i = 1, 1000000 do
    x = (x * 1103515245 + 12345) % 2147483648
    list[i] = x
end
table.sort(list, function(a, b) return a % 1000003 > b % 1000003 end)
print(list[1] % 1000003, list[500001] % 1000003)
