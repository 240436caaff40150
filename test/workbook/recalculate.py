"""Opens a workbook in LibreOffice, changes cells of its Inputs sheet, recalculates, reads. Jobs as JSON on standard input.

Each job: {"file": ..., "read": [names of cells or columns], "changes": [[{"address": ..., "value": ...}, ...], ...]}.
Answer: for each job a list of what was read, first unchanged after a hard recalculation, then after each change alone.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def setting(name, value):
    prop = PropertyValue()
    prop.Name, prop.Value = name, value
    return prop


def connect(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except NoConnectException:
            if office.poll() is not None:
                raise SystemExit("LibreOffice ended with %s before it answered." % office.returncode)
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer within a minute.")


def put(cell, value):
    if value is None:
        cell.setFormula("")
    elif isinstance(value, str):
        cell.setString(value)
    else:
        cell.setValue(value)


def shown(document, name):
    cells = document.NamedRanges.getByName(name).getReferredCells()
    values = [row[0] for row in cells.getDataArray()]
    return values[0] if len(values) == 1 else values


def run(desktop, job):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["file"]), "_blank", 0, (setting("Hidden", True),))
    try:
        document.calculateAll()
        document.enableAutomaticCalculation(False)
        inputs = document.Sheets.getByName("Inputs")
        answers = [{name: shown(document, name) for name in job["read"]}]
        for edits in job["changes"]:
            cells = [(inputs.getCellRangeByName(edit["address"]), edit["value"]) for edit in edits]
            kept = [(cell, cell.getFormula() if cell.getType().value != "TEXT" else None, cell.getString()) for cell, _ in cells]
            for cell, value in cells:
                put(cell, value)
            document.calculate()
            answers.append({name: shown(document, name) for name in job["read"]})
            for cell, formula, text in kept:
                cell.setString(text) if formula is None else cell.setFormula(formula)
        return answers
    finally:
        document.close(True)


def main():
    jobs = json.load(sys.stdin)
    pipe = "idlewatt%d" % os.getpid()
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", "--nodefault", "-env:UserInstallation=" + uno.systemPathToFileUrl(profile), "--accept=pipe,name=%s;urp;" % pipe],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connect(pipe, office)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            answers = [run(desktop, job) for job in jobs]
            json.dump(answers, sys.stdout)
            try:
                desktop.terminate()
            except Exception:
                pass
        finally:
            try:
                office.wait(20)
            except subprocess.TimeoutExpired:
                office.kill()


main()
