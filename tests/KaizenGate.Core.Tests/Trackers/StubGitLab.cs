using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary>The issues of one project, as GitLab's REST API answers.</summary>
internal sealed class StubGitLab
{
    public const string Project = "group/sub/app";

    private readonly List<JsonObject> issues = [];
    private readonly Dictionary<int, List<JsonObject>> states = [];
    private readonly Dictionary<int, List<JsonObject>> labels = [];
    private readonly Dictionary<int, List<JsonObject>> notes = [];

    public int PageSize { get; set; } = 100;

    public DateTimeOffset Time { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public JsonObject File(string title, string? description, params string[] given)
    {
        var number = issues.Count + 1;
        var issue = new JsonObject
        {
            ["id"] = 70_000 + number,
            ["iid"] = number,
            ["title"] = title,
            ["description"] = description,
            ["state"] = "opened",
            ["labels"] = new JsonArray([.. given.Select(label => (JsonNode)label)]),
            ["assignees"] = new JsonArray(),
            ["milestone"] = null,
            ["due_date"] = null,
            ["weight"] = null,
            ["issue_type"] = "issue",
            ["author"] = new JsonObject { ["username"] = "ana" },
            ["time_stats"] = new JsonObject { ["time_estimate"] = 7_200, ["total_time_spent"] = 0 },
            ["created_at"] = Stamp,
            ["updated_at"] = Stamp,
            ["closed_at"] = null,
            ["web_url"] = $"https://gitlab.com/{Project}/-/issues/{number}",
        };
        issues.Add(issue);
        (states[number], labels[number], notes[number]) = ([], [], []);
        foreach (var label in given)
        {
            labels[number].Add(Happened("add").With("label", new JsonObject { ["name"] = label }));
        }

        return issue;
    }

    public JsonObject Issue(int number) => issues[number - 1];

    public IEnumerable<string> NotesOn(int number) => notes[number].Select(one => one["body"]!.GetValue<string>());

    public void Set(JsonObject issue, string state)
    {
        issue["state"] = state == "reopened" ? "opened" : state;
        issue["closed_at"] = state == "closed" ? Stamp : null;
        issue["updated_at"] = Stamp;
        states[issue["iid"]!.GetValue<int>()].Add(Happened("").With("state", state));
    }

    public void Label(JsonObject issue, string label)
    {
        issue["labels"]!.AsArray().Add((JsonNode)label);
        issue["updated_at"] = Stamp;
        labels[issue["iid"]!.GetValue<int>()].Add(Happened("add").With("label", new JsonObject { ["name"] = label }));
    }

    public Task<StubServer> StartAsync() => StubServer.StartAsync(AnswerAsync);

    private string Stamp => Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000Z'", CultureInfo.InvariantCulture);

    private JsonObject Happened(string action) =>
        new()
        {
            ["action"] = action,
            ["created_at"] = Stamp,
            ["user"] = new JsonObject { ["username"] = "ana" },
        };

    private async Task AnswerAsync(HttpContext context)
    {
        const string list = $"/projects/{Project}/issues";
        var path = Uri.UnescapeDataString(context.Request.Path.Value ?? "");
        if (path == "/users")
        {
            await context.Response.WriteAsync("""[{ "id": 42, "username": "ben" }]""");
            return;
        }

        if (!path.StartsWith(list, StringComparison.Ordinal))
        {
            context.Response.StatusCode = 404;
            return;
        }

        var parts = path[list.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (context.Request.Method, parts)
        {
            case ("GET", []):
                var since = context.Request.Query["updated_after"] is [{ } text]
                    ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
                    : default;
                await PageAsync(
                    context,
                    issues.Where(issue =>
                        DateTimeOffset.Parse(issue["updated_at"]!.GetValue<string>(), CultureInfo.InvariantCulture)
                        >= since
                    )
                );
                break;
            case ("POST", []):
                var given = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
                var filed = File(
                    given["title"]!.GetValue<string>(),
                    given["description"]?.GetValue<string>(),
                    given["labels"]?.GetValue<string>().Split(',', StringSplitOptions.RemoveEmptyEntries) ?? []
                );
                context.Response.StatusCode = 201;
                await context.Response.WriteAsync(filed.ToJsonString());
                break;
            case ("GET", [var number]):
                await context.Response.WriteAsync(Issue(Number(number)).ToJsonString());
                break;
            case ("PUT", [var number]):
                Put(Issue(Number(number)), (await JsonNode.ParseAsync(context.Request.Body))!.AsObject());
                await context.Response.WriteAsync(Issue(Number(number)).ToJsonString());
                break;
            case ("GET", [var number, "resource_state_events"]):
                await PageAsync(context, states[Number(number)]);
                break;
            case ("GET", [var number, "resource_label_events"]):
                await PageAsync(context, labels[Number(number)]);
                break;
            case ("GET", [var number, "notes"]):
                await PageAsync(context, notes[Number(number)]);
                break;
            case ("POST", [var number, "notes"]):
                var note = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
                note["id"] = 800 + notes[Number(number)].Count;
                notes[Number(number)].Add(note);
                context.Response.StatusCode = 201;
                await context.Response.WriteAsync(note.ToJsonString());
                break;
            case ("DELETE", [var number, "notes", var id]):
                notes[Number(number)].RemoveAll(one => one["id"]!.GetValue<int>() == Number(id));
                context.Response.StatusCode = 204;
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    }

    private void Put(JsonObject issue, JsonObject change)
    {
        foreach (var (name, value) in change.Where(one => one.Key is "title" or "description"))
        {
            issue[name] = value!.DeepClone();
        }

        if (change["labels"]?.GetValue<string>() is { } names)
        {
            issue["labels"] = new JsonArray([
                .. names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => (JsonNode)one),
            ]);
        }

        if (change["assignee_ids"] is JsonArray)
        {
            issue["assignees"] = new JsonArray(new JsonObject { ["username"] = "ben" });
        }

        issue["updated_at"] = Stamp;
        if (change["state_event"]?.GetValue<string>() is { } state)
        {
            Set(issue, state == "close" ? "closed" : "reopened");
        }
    }

    private Task PageAsync(HttpContext context, IEnumerable<JsonObject> all)
    {
        var elements = all.ToList();
        var page = context.Request.Query["page"] is [{ } text] ? Number(text) : 1;
        if (elements.Count > page * PageSize)
        {
            var query = context.Request.Query.Where(one => one.Key != "page").Select(one => $"{one.Key}={one.Value}");
            context.Response.Headers.Link =
                $"<{context.Request.Scheme}://{context.Request.Host}{context.Request.Path.ToUriComponent().Replace("group/sub/app", "group%2Fsub%2Fapp", StringComparison.Ordinal)}?{string.Join('&', query)}&page={page + 1}>; rel=\"next\"";
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            new JsonArray([
                .. elements.Skip((page - 1) * PageSize).Take(PageSize).Select(one => one.DeepClone()),
            ]).ToJsonString()
        );
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

internal static class JsonObjects
{
    public static JsonObject With(this JsonObject json, string name, JsonNode value)
    {
        json[name] = value;
        return json;
    }
}
