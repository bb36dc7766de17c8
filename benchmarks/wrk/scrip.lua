-- Load on Scrip for wrk. SCRIP_LOAD says which: single, batch, balance, ledger, page or empty; SCRIP_KEY is the API key of a workspace
-- with a license, SCRIP_COMMANDS how many commands a batch has. At its end it prints one line of figures.

local load = os.getenv("SCRIP_LOAD")
local commands = tonumber(os.getenv("SCRIP_COMMANDS") or "100")
local headers = {
  ["Authorization"] = "Bearer " .. (os.getenv("SCRIP_KEY") or ""),
  ["Content-Type"] = "application/json"
}
local place = '{"operation":"query","builder":"grace@nexuscorp.test","credits":2,"reference":"run-4711"}'
local settle = '{"credits":1.25}'
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  math.randomseed(os.time() * 100 + number)
  prefix = string.format("%x-%x-%x-", os.time(), number, math.random(0, 2 ^ 30))
  count = 0
  holds = {}
end

-- Every request has a key of its own.
local function next_key()
  count = count + 1
  return prefix .. count
end

local function single()
  headers["Idempotency-Key"] = next_key()
  local hold = table.remove(holds)
  if hold then
    return wrk.format("POST", "/api/v1/holds/" .. hold .. "/settle", headers, settle)
  end
  return wrk.format("POST", "/api/v1/holds", headers, place)
end

local function batch()
  local parts = {}
  for i = 1, commands do
    local hold = i <= commands / 2 and table.remove(holds) or nil
    if hold then
      parts[i] = '{"key":"' .. next_key() .. '","settle":{"id":"' .. hold .. '","credits":1.25}}'
    else
      parts[i] = '{"key":"' .. next_key() .. '","hold":' .. place .. '}'
    end
  end
  return wrk.format("POST", "/api/v1/batch", headers, '{"commands":[' .. table.concat(parts, ",") .. ']}')
end

local requests = {
  single = single,
  batch = batch,
  balance = function() return wrk.format("GET", "/api/v1/balance", headers) end,
  ledger = function() return wrk.format("GET", os.getenv("SCRIP_PAGE"), headers) end,
  page = function() return wrk.format("GET", os.getenv("SCRIP_PAGE"), { ["Cookie"] = os.getenv("SCRIP_COOKIE") }) end,
  empty = function() return wrk.format("POST", "/empty") end
}
request = requests[load]

if load == "single" or load == "batch" then
  function response(status, _, body)
    for id in body:gmatch('"id":"(hold_[%w_]+)"') do
      holds[#holds + 1] = id
    end
  end
end

function done(summary, latency, _)
  local each = load == "batch" and commands or 1
  print(string.format("figures %d %d %.3f %.3f %.3f %d", summary.requests * each, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency:percentile(99.9) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
