using System.Collections;
using System.Text.Json;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// The properties of a JSON object, in order, each computed from an object of the model. If any of them is a figure, the object ends with
/// <c>missing</c>: the reason by name for each figure that is null.
/// </summary>
/// <param name="omitsNull">Whether a property without a value is omitted; otherwise it is null.</param>
internal sealed class JsonContract<T>(bool omitsNull = false) : IEnumerable<(string Name, IEnumerable? Part)>
{
    private readonly List<(string Name, IEnumerable? Part, Action<Utf8JsonWriter, T> Write)> properties = [];
    private readonly List<(string Name, Func<T, string?> Reason)> figures = [];

    public void Add(string name, Func<T, string?> value) =>
        Property(name, value, (json, text) => json.WriteStringValue(text));

    public void Add(string name, Func<T, int?> value) =>
        Property(name, value, (json, number) => json.WriteNumberValue(number!.Value));

    public void Add(string name, Func<T, double?> value) =>
        Property(name, value, (json, number) => json.FiniteOrNull(number));

    public void Add(string name, Func<T, bool?> value) =>
        Property(name, value, (json, flag) => json.WriteBooleanValue(flag!.Value));

    public void Add(string name, Func<T, DateOnly?> value) => Add(name, one => value(one)?.ToString("yyyy-MM-dd"));

    public void Add(string name, Func<T, IEnumerable<string>> values) =>
        Property(name, values, (json, all) => WriteArray(json, all, json.WriteStringValue));

    public void Add(string name, Func<T, IEnumerable<int>> values) =>
        Property(name, values, (json, all) => WriteArray(json, all, json.WriteNumberValue));

    public void Add(string name, Func<T, Figure> figure)
    {
        Add(name, one => figure(one).Value);
        figures.Add((name, one => figure(one).Missing));
    }

    public void Add(string name, Func<T, Estimate> estimate)
    {
        Property(
            name,
            estimate,
            (json, found) =>
            {
                json.WriteStartObject();
                json.FiniteOrNull("value", found.Value);
                json.FiniteOrNull("low", found.Low);
                json.FiniteOrNull("high", found.High);
                json.WriteEndObject();
            }
        );
        figures.Add((name, one => estimate(one).Missing));
    }

    public void Add<TPart>(string name, Func<T, TPart?> part, JsonContract<TPart> contract) =>
        Property(name, part, (json, found) => contract.Write(json, found!), contract);

    public void Add<TPart>(string name, Func<T, IEnumerable<TPart>?> parts, JsonContract<TPart> contract) =>
        Property(name, parts, (json, all) => WriteArray(json, all!, part => contract.Write(json, part)), contract);

    /// <summary>Adds the properties of another contract to the same object.</summary>
    public void Add<TPart>(Func<T, TPart> part, JsonContract<TPart> contract)
    {
        foreach (var (name, inner, write) in contract.properties)
        {
            properties.Add((name, inner, (json, one) => write(json, part(one))));
        }
    }

    /// <summary>Adds properties whose names are only known with a value.</summary>
    public void Add(Action<Utf8JsonWriter, T> write) => properties.Add(("", null, write));

    /// <summary>Writes a document and a line end.</summary>
    public void Write(Stream stream, T value, bool isIndented = true) =>
        JsonText.Write(stream, json => Write(json, value), isIndented);

    /// <summary>Writes an indented array of objects and a line end.</summary>
    public void WriteAll(Stream stream, IEnumerable<T> values) =>
        JsonText.Write(stream, json => WriteArray(json, values, one => Write(json, one)));

    public IEnumerator<(string Name, IEnumerable? Part)> GetEnumerator()
    {
        var names = properties.Select(property => (property.Name, property.Part));
        return (figures.Count > 0 ? names.Append(("missing", null)) : names).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Write(Utf8JsonWriter json, T source)
    {
        json.WriteStartObject();
        foreach (var (_, _, write) in properties)
        {
            write(json, source);
        }

        if (figures.Count > 0)
        {
            json.WriteStartObject("missing");
            foreach (var (name, reason) in figures)
            {
                if (reason(source) is { } text)
                {
                    json.WriteString(name, text);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Property<TValue>(
        string name,
        Func<T, TValue> value,
        Action<Utf8JsonWriter, TValue> write,
        IEnumerable? part = null
    ) =>
        properties.Add(
            (
                name,
                part,
                (json, source) =>
                {
                    var found = value(source);
                    if (found is not null)
                    {
                        json.WritePropertyName(name);
                        write(json, found);
                    }
                    else if (!omitsNull)
                    {
                        json.WriteNull(name);
                    }
                }
            )
        );

    private static void WriteArray<TItem>(Utf8JsonWriter json, IEnumerable<TItem> items, Action<TItem> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
