local points = {}
for i = 0, 9999999 do points[#points + 1] = {x = i, y = i + 1, z = i + 2} end
local sum = 0
for _, p in ipairs(points) do sum = sum + p.z - p.x end
print(sum)
