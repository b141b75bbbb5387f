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
internal sealed class JsonContract<T>(bool omitsNull = false) : IEnumerable<ContractProperty>
{
    private readonly List<(ContractProperty Property, Action<Utf8JsonWriter, T> Write)> properties = [];
    private readonly List<(string Name, Func<T, string?> Reason)> figures = [];

    public void Add(string name, Func<T, string?> value) =>
        Property(name, JsonKind.Text, value, (json, text) => json.WriteStringValue(text));

    public void Add(string name, Func<T, int> value) =>
        Property(name, JsonKind.Whole, value, (json, number) => json.WriteNumberValue(number), isNullable: false);

    public void Add(string name, Func<T, int?> value) =>
        Property(name, JsonKind.Whole, value, (json, number) => json.WriteNumberValue(number!.Value));

    public void Add(string name, Func<T, double?> value) =>
        Property(name, JsonKind.Number, value, (json, number) => json.FiniteOrNull(number));

    public void Add(string name, Func<T, bool> value) =>
        Property(name, JsonKind.Flag, value, (json, flag) => json.WriteBooleanValue(flag), isNullable: false);

    public void Add(string name, Func<T, bool?> value) =>
        Property(name, JsonKind.Flag, value, (json, flag) => json.WriteBooleanValue(flag!.Value));

    public void Add(string name, Func<T, DateOnly> value) =>
        Property(
            name,
            JsonKind.Date,
            value,
            (json, day) => json.WriteStringValue($"{day:yyyy-MM-dd}"),
            isNullable: false
        );

    public void Add(string name, Func<T, DateOnly?> value) =>
        Property(name, JsonKind.Date, value, (json, day) => json.WriteStringValue($"{day:yyyy-MM-dd}"));

    public void Add(string name, Func<T, IEnumerable<string>> values) =>
        Property(name, JsonKind.Texts, values, (json, all) => WriteArray(json, all, json.WriteStringValue));

    public void Add(string name, Func<T, IEnumerable<int>> values) =>
        Property(name, JsonKind.Wholes, values, (json, all) => WriteArray(json, all, json.WriteNumberValue));

    public void Add(string name, Func<T, Figure> figure)
    {
        Add(name, one => figure(one).Value);
        figures.Add((name, one => figure(one).Missing));
    }

    public void Add(string name, Func<T, Estimate> estimate)
    {
        Property(
            name,
            JsonKind.Estimate,
            estimate,
            (json, found) =>
            {
                json.WriteStartObject();
                json.FiniteOrNull("value", found.Value);
                json.FiniteOrNull("low", found.Low);
                json.FiniteOrNull("high", found.High);
                json.WriteEndObject();
            },
            isNullable: false
        );
        figures.Add((name, one => estimate(one).Missing));
    }

    public void Add<TPart>(string name, Func<T, TPart?> part, JsonContract<TPart> contract) =>
        Property(name, JsonKind.Object, part, (json, found) => contract.Write(json, found!), contract);

    public void Add<TPart>(string name, Func<T, IEnumerable<TPart>?> parts, JsonContract<TPart> contract) =>
        Property(
            name,
            JsonKind.Objects,
            parts,
            (json, all) => WriteArray(json, all!, part => contract.Write(json, part)),
            contract
        );

    /// <summary>Adds the properties of another contract to the same object.</summary>
    public void Add<TPart>(Func<T, TPart> part, JsonContract<TPart> contract)
    {
        foreach (var (property, write) in contract.properties)
        {
            properties.Add((property, (json, one) => write(json, part(one))));
        }
    }

    /// <summary>Adds properties whose names are only known with a value.</summary>
    public void Add(Action<Utf8JsonWriter, T> write) =>
        properties.Add((new("", JsonKind.Dynamic, IsNullable: true, omitsNull, null), write));

    /// <summary>Writes a document and a line end.</summary>
    public void Write(Stream stream, T value, bool isIndented = true) =>
        JsonText.Write(stream, json => Write(json, value), isIndented);

    /// <summary>Writes an indented array of objects and a line end.</summary>
    public void WriteAll(Stream stream, IEnumerable<T> values) =>
        JsonText.Write(stream, json => WriteArray(json, values, one => Write(json, one)));

    public IEnumerator<ContractProperty> GetEnumerator()
    {
        var all = properties.Select(one => one.Property);
        return (
            figures.Count > 0 ? all.Append(new("missing", JsonKind.Missing, IsNullable: false, false, null)) : all
        ).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Write(Utf8JsonWriter json, T source)
    {
        json.WriteStartObject();
        foreach (var (_, write) in properties)
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
        JsonKind kind,
        Func<T, TValue> value,
        Action<Utf8JsonWriter, TValue> write,
        IEnumerable? part = null,
        bool isNullable = true
    ) =>
        properties.Add(
            (
                new(name, kind, isNullable, omitsNull, part),
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
